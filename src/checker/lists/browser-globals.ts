/** Names that a browser gives to every script: what Chromium 143 shows, and what older ones and others had beside. */
const names = new Set(
  (
    "AbortController AbortSignal AbsoluteOrientationSensor AbstractRange Accelerometer ActiveXObject " +
    "AggregateError AnalyserNode Animation AnimationEffect AnimationEvent AnimationPlaybackEvent " +
    "AnimationTimeline AnimationTrigger Array ArrayBuffer AsyncDisposableStack Atomics Attr Audio " +
    "AuthenticatorAssertionResponse AuthenticatorAttestationResponse AuthenticatorResponse " +
    "BackgroundFetchManager BackgroundFetchRecord BackgroundFetchRegistration BarProp BaseAudioContext " +
    "BatteryManager BeforeInstallPromptEvent BeforeUnloadEvent BigInt BigInt64Array BigUint64Array " +
    "BiquadFilterNode Blob BlobEvent Boolean BroadcastChannel BrowserCaptureMediaStreamTrack " +
    "ByteLengthQueuingStrategy CDATASection CSPViolationReportBody CSS Cache CacheStorage " +
    "CanvasCaptureMediaStreamTrack CanvasGradient CanvasPattern CanvasRenderingContext2D " +
    "CaptureController CaretPosition ChannelMergerNode ChannelSplitterNode ChapterInformation " +
    "CharacterBoundsUpdateEvent CharacterData Clipboard ClipboardChangeEvent ClipboardEvent ClipboardItem " +
    "CloseEvent CloseWatcher CollectGarbage CommandEvent Comment CompositionEvent CompressionStream " +
    "ConstantSourceNode ContentVisibilityAutoStateChangeEvent ConvolverNode CookieChangeEvent CookieStore " +
    "CookieStoreManager CountQueuingStrategy CrashReportContext CreateMonitor Credential " +
    "CredentialsContainer CropTarget Crypto CryptoKey CustomElementRegistry CustomEvent CustomStateSet " +
    "DataTransfer DataTransferItem DataTransferItemList DataView Date DecompressionStream DelayNode " +
    "DelegatedInkTrailPresenter DeviceMotionEvent DeviceMotionEventAcceleration " +
    "DeviceMotionEventRotationRate DeviceOrientationEvent DevicePosture DigitalCredential DisposableStack " +
    "Document DocumentFragment DocumentPictureInPicture DocumentPictureInPictureEvent DocumentTimeline " +
    "DocumentTouch DocumentType DragEvent DynamicsCompressorNode EditContext Element ElementInternals " +
    "EncodedAudioChunk EncodedVideoChunk Error ErrorEvent EvalError Event EventCounts EventSource " +
    "EventTarget External EyeDropper FeaturePolicy FederatedCredential Fence FencedFrameConfig " +
    "FetchLaterResult File FileList FileReader FileSystemDirectoryHandle FileSystemFileHandle " +
    "FileSystemHandle FileSystemObserver FileSystemWritableFileStream FinalizationRegistry Float16Array " +
    "Float32Array Float64Array FocusEvent FontData FontFace FontFaceSet FontFaceSetLoadEvent FormData " +
    "FormDataEvent FragmentDirective Function GPU GainNode Gamepad GamepadButton GamepadEvent " +
    "GamepadHapticActuator Geolocation GeolocationCoordinates GeolocationPosition " +
    "GeolocationPositionError GravitySensor Gyroscope HID HashChangeEvent Headers Highlight " +
    "HighlightRegistry History IIRFilterNode IdentityCredential IdentityCredentialError IdentityProvider " +
    "IdleDeadline IdleDetector Image ImageBitmap ImageBitmapRenderingContext ImageCapture ImageData " +
    "ImageDecoder ImageTrack ImageTrackList Infinity Ink InputDeviceCapabilities InputDeviceInfo " +
    "InputEvent InstallTrigger Int16Array Int32Array Int8Array IntegrityViolationReportBody " +
    "InteractionContentfulPaint InterestEvent IntersectionObserver IntersectionObserverEntry Intl " +
    "Iterator JSON Keyboard KeyboardEvent KeyboardLayoutMap KeyframeEffect LanguageDetector LanguageModel " +
    "LargestContentfulPaint LaunchParams LaunchQueue LayoutShift LayoutShiftAttribution " +
    "LinearAccelerationSensor Location Lock LockManager MIDIAccess MIDIConnectionEvent MIDIInput " +
    "MIDIInputMap MIDIMessageEvent MIDIOutput MIDIOutputMap MIDIPort MSStream Map Math MathMLElement " +
    "MessageChannel MessageEvent MessagePort MimeType MimeTypeArray MouseEvent MozMutationObserver " +
    "MutationObserver MutationRecord NaN NamedNodeMap NavigateEvent Navigation NavigationActivation " +
    "NavigationCurrentEntryChangeEvent NavigationDestination NavigationHistoryEntry " +
    "NavigationPrecommitController NavigationPreloadManager NavigationTransition Navigator NavigatorLogin " +
    "NavigatorManagedData NavigatorUAData NetworkInformation Node NodeFilter NodeIterator NodeList " +
    "NodeRange NotRestoredReasonDetails NotRestoredReasons Notification Number OTPCredential Object " +
    "Observable OfflineAudioCompletionEvent OfflineAudioContext OffscreenCanvas " +
    "OffscreenCanvasRenderingContext2D OpaqueRange Option OrientationSensor Origin OscillatorNode " +
    "OverconstrainedError PERSISTENT PageRevealEvent PageSwapEvent PageTransitionEvent PannerNode " +
    "PasswordCredential Path2D Performance PeriodicSyncManager PeriodicWave PermissionStatus Permissions " +
    "PermissionsPolicy PictureInPictureEvent PictureInPictureWindow Plugin PluginArray PointerEvent " +
    "PopStateEvent Presentation PresentationAvailability PresentationConnection " +
    "PresentationConnectionAvailableEvent PresentationConnectionCloseEvent PresentationConnectionList " +
    "PresentationReceiver PresentationRequest PressureObserver PressureRecord ProcessingInstruction " +
    "Profiler ProgressEvent Promise PromiseRejectionEvent ProtectedAudience Proxy PublicKeyCredential " +
    "PushManager PushSubscription PushSubscriptionOptions QuotaExceededError RadioNodeList Range " +
    "RangeError ReadableByteStreamController ReadableStream ReadableStreamBYOBReader " +
    "ReadableStreamBYOBRequest ReadableStreamDefaultController ReadableStreamDefaultReader ReferenceError " +
    "Reflect RegExp RelativeOrientationSensor RemotePlayback ReportBody ReportingObserver Request " +
    "ResizeObserver ResizeObserverEntry ResizeObserverSize Response RestrictionTarget Sanitizer Scheduler " +
    "Scheduling Screen ScreenDetailed ScreenDetails ScreenOrientation ScriptProcessorNode ScrollTimeline " +
    "SecurityPolicyViolationEvent Selection Sensor SensorErrorEvent Serial SerialPort ServiceWorker " +
    "ServiceWorkerContainer ServiceWorkerRegistration Set ShadowRealm ShadowRoot SharedArrayBuffer " +
    "SharedWorker SnapEvent SourceBuffer SourceBufferList StaticRange StereoPannerNode Storage " +
    "StorageBucket StorageBucketManager StorageEvent StorageManager String StyleMedia StylePropertyMap " +
    "StylePropertyMapReadOnly StyleSheet StyleSheetList SubmitEvent Subscriber SubtleCrypto Summarizer " +
    "SuppressedError Symbol SyncManager SyntaxError TEMPORARY TaskAttributionTiming TaskController " +
    "TaskPriorityChangeEvent TaskSignal Temporal Text TextDecoder TextDecoderStream TextEncoder " +
    "TextEncoderStream TextEvent TextFormat TextFormatUpdateEvent TextMetrics TextTrack TextTrackCue " +
    "TextTrackCueList TextTrackList TextUpdateEvent TimeRanges TimelineTrigger TimelineTriggerRange " +
    "TimelineTriggerRangeList ToggleEvent Touch TouchEvent TouchList TrackEvent TransformStream " +
    "TransformStreamDefaultController TransitionEvent Translator TreeWalker TrustedHTML TrustedScript " +
    "TrustedScriptURL TrustedTypePolicy TrustedTypePolicyFactory TypeError UIEvent URIError URL " +
    "URLPattern URLSearchParams USB Uint16Array Uint32Array Uint8Array Uint8ClampedArray UserActivation " +
    "VTTCue ValidityState VideoColorSpace VideoDecoder VideoEncoder VideoFrame VideoPlaybackQuality " +
    "ViewTimeline ViewTransition ViewTransitionTypeSet Viewport VirtualKeyboard " +
    "VirtualKeyboardGeometryChangeEvent VisibilityStateEntry VisualViewport WakeLock WakeLockSentinel " +
    "WaveShaperNode WeakMap WeakRef WeakSet WebAssembly WebGL2RenderingContext WebSocket WebSocketError " +
    "WebSocketStream WebTransport WheelEvent Window WindowControlsOverlay " +
    "WindowControlsOverlayGeometryChangeEvent Worker WorkerGlobalScope Worklet WritableStream " +
    "WritableStreamDefaultController WritableStreamDefaultWriter XDomainRequest addEventListener alert " +
    "arguments atob attachEvent blur btoa caches cancelAnimationFrame cancelIdleCallback captureEvents " +
    "clearImmediate clearInterval clearTimeout clientInformation close closed confirm console cookieStore " +
    "createImageBitmap credentialless crossOriginIsolated crypto customElements decodeURI " +
    "decodeURIComponent detachEvent devicePixelRatio dispatchEvent document documentPictureInPicture " +
    "encodeURI encodeURIComponent escape eval event execScript external fetch fetchLater find focus " +
    "frameElement frames getComputedStyle getScreenDetails getSelection globalThis history importScripts " +
    "indexedDB innerHeight innerWidth isFinite isNaN isSecureContext length localStorage location " +
    "locationbar matchMedia menubar moveBy moveTo mozCancelAnimationFrame mozInnerScreenX " +
    "mozRequestAnimationFrame msCancelRequestAnimationFrame msCrypto msRequestAnimationFrame name " +
    "navigation navigator netscape oCancelAnimationFrame oRequestAnimationFrame offscreenBuffering open " +
    "openDatabase opener opera orientation origin originAgentCluster outerHeight outerWidth pageXOffset " +
    "pageYOffset parent parseFloat parseInt performance personalbar postMessage print prompt " +
    "queryLocalFonts queueMicrotask releaseEvents removeEventListener reportError requestAnimationFrame " +
    "requestIdleCallback resizeBy resizeTo safari scheduler screen screenLeft screenTop screenX screenY " +
    "scroll scrollBy scrollTo scrollX scrollY scrollbars self sessionStorage setImmediate setInterval " +
    "setTimeout showDirectoryPicker showModalDialog showOpenFilePicker showSaveFilePicker sidebar " +
    "speechSynthesis status statusbar stop structuredClone styleMedia toolbar top trustedTypes undefined " +
    "unescape visualViewport webkitAudioContext webkitCancelAnimationFrame webkitIndexedDB " +
    "webkitMediaStream webkitMutationObserver webkitNotifications webkitRTCPeerConnection " +
    "webkitRequestAnimationFrame webkitRequestFileSystem webkitResolveLocalFileSystemURL " +
    "webkitSpeechGrammar webkitSpeechGrammarList webkitSpeechRecognition webkitSpeechRecognitionError " +
    "webkitSpeechRecognitionEvent webkitStorageInfo webkitURL window"
  ).split(" "),
);
/** Interfaces that come by the dozen, and handlers. */
const families =
  /^(?:on[a-z]+|(?:HTML|SVG|WebGL|RTC|GPU|XR|CSS|IDB|USB|HID|Bluetooth|DOM|XML|XPath|XSLT|WebKit|WebTransport|WGSL|Audio|Media|Speech|Performance|Payment)[A-Z]\w*)$/;

/** What the window has as every object has it. */
const inherited = new Set(
  (
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty " +
    "isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf"
  ).split(" "),
);

/** True for a name that browsers define. */
export function isBrowserGlobal(name: string): boolean {
  return names.has(name) || inherited.has(name) || families.test(name);
}
